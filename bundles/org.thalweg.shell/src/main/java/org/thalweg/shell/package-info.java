/** The shell of the running framework. */
package org.thalweg.shell;
