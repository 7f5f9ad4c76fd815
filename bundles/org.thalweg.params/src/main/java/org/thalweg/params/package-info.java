/**
 * Records of parameters, read from JSON, described by a schema and validated, from one declaration.
 */
@Export
@Version("0.1.0")
package org.thalweg.params;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
