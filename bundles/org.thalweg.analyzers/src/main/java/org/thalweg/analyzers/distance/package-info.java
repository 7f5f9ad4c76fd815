/** How far two distributions are apart, held against what sampling alone would show. */
package org.thalweg.analyzers.distance;
