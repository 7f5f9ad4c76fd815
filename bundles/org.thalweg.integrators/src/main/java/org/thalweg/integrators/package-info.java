/** The SGD family and the Langevin family. */
package org.thalweg.integrators;
