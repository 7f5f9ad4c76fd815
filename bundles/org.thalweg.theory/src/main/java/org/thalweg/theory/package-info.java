/** Predictions: closed forms with their validity and error. */
package org.thalweg.theory;
