/**
 * What SDN controllers are told of the mapping database, and what is learnt from them: values and
 * rules, with time and chance passed in. Uses mappings, models and the live state, and reaches
 * controllers and the database through ports. Start at {@link io.airouter.sdn.Publication}, then
 * {@link io.airouter.sdn.PublishRules}.
 */
package io.airouter.sdn;
