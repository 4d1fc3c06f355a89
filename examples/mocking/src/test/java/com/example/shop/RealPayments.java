package com.example.shop;

import wit.docs.shop.v1.Payments;

/** What production has: here, of course, something that stands for it. */
class RealPayments implements Payments {
  @Override
  public Receipt pay(Charge charge) throws FailureException {
    if (charge.amount() > 1_000) {
      throw new FailureException(new Failure.Declined("too much"));
    }
    return new Receipt("paid " + charge.amount() + " " + charge.currency());
  }

  @Override
  public void cancel(String id) {}

  @Override
  public Account newAccount(String owner) {
    throw new UnsupportedOperationException("no accounts");
  }
}
