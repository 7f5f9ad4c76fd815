/** What observers keep of the save times of a run, and how it is taken, merged and read back. */
package org.thalweg.analyzers.observation;
