/** The curvature of the loss where walkers are, and how noise and positions lie in it. */
package org.thalweg.analyzers.curvature;
