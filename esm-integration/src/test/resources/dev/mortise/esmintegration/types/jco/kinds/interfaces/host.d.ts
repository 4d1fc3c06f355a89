/** @module Interface host **/
export function ping(): void;
