/** How figures are drawn: ranges, ticks, layers, legend and the two canvases. */
package org.thalweg.figures.draw;
