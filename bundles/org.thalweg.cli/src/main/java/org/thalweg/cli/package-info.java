/** The command line. */
package org.thalweg.cli;
