/** Sample paths, kept in bounded memory and drawn. */
package org.thalweg.analyzers.trajectory;
