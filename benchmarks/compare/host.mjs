// What the guest calls; the same as in CallPath.java.
export const next = (x) => x + 1;
