/** Derived indicators: a small safe language, its units and its values. */
export { ExpressionError, parseExpression, type Expression } from './parse';
export { inputsOf, printExpression, sinceBase } from './tree';
export { dimensionOf, parseDimension, printDimension, sameDimension, type Dimension } from './units';
export { evaluate, type Environment } from './evaluate';
export { derivationCells, evaluateOn, indicatorColumn, type Cell } from './columns';
