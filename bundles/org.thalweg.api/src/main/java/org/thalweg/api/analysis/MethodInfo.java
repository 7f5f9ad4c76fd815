package org.thalweg.api.analysis;

import org.thalweg.api.method.Dynamics;

/**
 * What an analyzer knows of a method before and after it ran.
 *
 * @param id the method's id in the experiment
 * @param type the plugin's id
 * @param dynamics what it describes
 */
public record MethodInfo(String id, String type, Dynamics dynamics) {}
