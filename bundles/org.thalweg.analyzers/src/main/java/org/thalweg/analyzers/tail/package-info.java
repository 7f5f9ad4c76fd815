/** Whether distances have a power-law tail, and its exponent. */
package org.thalweg.analyzers.tail;
