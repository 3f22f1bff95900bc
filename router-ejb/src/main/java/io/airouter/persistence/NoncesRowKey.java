package io.airouter.persistence;

import java.io.Serializable;

/** What tells one row of {@code accepted_nonces} from another. */
record NoncesRowKey(String site, int keyId, String xtr) implements Serializable {}
