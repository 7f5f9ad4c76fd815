/** How long a walker remembers where it was, and so how many independent samples a run is. */
package org.thalweg.analyzers.correlation;
