/** Distributions of starting points. */
package org.thalweg.starts;
