let pages = 0;

/** Told by each page when it is there: whether it was reached from another one, so that its heading must be heard. */
export const arrivedByNavigation = (): boolean => ++pages > 1;
