/** Observables, comparisons of methods, the verdict. */
package org.thalweg.analyzers;
