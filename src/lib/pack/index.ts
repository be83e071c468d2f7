/** The only door for data: the shape of a pack, served packs, derived indicators, and faults in words. */
export * from './types';
export * from './chainMethod';
export { formatFaults, PackError, type Fault } from './faults';
export { openServed, type ServedParts } from './open';
export { ordersAt, runsAgainstOrder } from './order';
export { FORMAT, serve, type ServedFiles } from './served';
export { derivationCells, dimensionOf, evaluate, evaluateOn, ExpressionError, indicatorColumn, inputsOf, parseDimension, parseExpression, printDimension, printExpression, type Expression } from './derivation';
