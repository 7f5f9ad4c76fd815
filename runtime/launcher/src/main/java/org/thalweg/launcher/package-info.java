/** Starts the framework with the bundles that the features name, and runs the command in them. */
package org.thalweg.launcher;
