package io.airouter.simulator;

/** One provider's wire protocol: requests to replies, without any waiting or sockets. */
interface Dialect {

  Reply answer(Call call) throws RefusedCallException;

  /** The error shape of this dialect for a call it turned down. */
  Reply.Whole refusal(RefusedCallException refused);

  /** As {@link #refusal(RefusedCallException)}, for endpoints whose paths differ in dialect. */
  default Reply.Whole refusal(String route, RefusedCallException refused) {
    return refusal(refused);
  }
}
