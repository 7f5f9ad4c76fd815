/** Neural networks on data as loss landscapes. */
package org.thalweg.networks;
