/** Data sets to learn from: read from files, or generated from a seed of their own. */
package org.thalweg.data;
