/** Handwritten digits as a data set; their notice lies beside them. */
package org.thalweg.digits;
