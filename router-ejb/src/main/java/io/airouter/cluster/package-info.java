/**
 * Several nodes on one database: who this node is, who leads, and how what another node changed
 * gets into this one's live state. Uses the values and engines that changes go to; the connections
 * are made by persistence. Start at {@code ChangeFollower}.
 */
package io.airouter.cluster;
