/** Arrays of numbers from files: CSV, NPY and IDX, plain or compressed. */
@Export
@Version("1.0.0")
package org.thalweg.engine.files;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
