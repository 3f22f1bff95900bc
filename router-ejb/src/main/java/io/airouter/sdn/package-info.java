/**
 * What SDN controllers are told of the mapping database, and what they tell: the room is kept free
 * for it. It will use mapping and table, and reach controllers through a port.
 */
package io.airouter.sdn;
