/** Derived indicators: a small safe language, its units and its values. */
export { ExpressionError, inputsOf, parseExpression, printExpression, type Expression } from './parse';
export { dimensionOf, parseDimension, printDimension, sameDimension, type Dimension } from './units';
export { evaluate, type Environment } from './evaluate';
export { derivationCells, evaluateOn, indicatorColumn, type Cell } from './columns';
