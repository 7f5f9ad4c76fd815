/** The probability density on a grid. */
package org.thalweg.fokkerplanck;
