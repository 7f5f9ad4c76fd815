/** The vector path of block mathematics, a fragment of the API's bundle. */
package org.thalweg.api.vector;
