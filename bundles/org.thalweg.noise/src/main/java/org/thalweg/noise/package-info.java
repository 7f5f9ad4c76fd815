/** Models of minibatch noise. */
package org.thalweg.noise;
