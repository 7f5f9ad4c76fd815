/** Analytic loss landscapes. */
package org.thalweg.landscapes;
