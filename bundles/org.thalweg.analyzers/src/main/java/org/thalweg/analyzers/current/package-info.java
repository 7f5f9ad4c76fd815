/** Where probability flows: the current of a density, its circulation, the entropy it produces. */
package org.thalweg.analyzers.current;
