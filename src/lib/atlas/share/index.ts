/** The view as something to take away: a picture with its words, a table, shapes, a frame for other pages. */
export { heading, type Heading } from './heading';
export { pictureLegend, type LegendEntry, type PictureLegend } from './legend';
export { matrixPoints, type MatrixPoint } from './points';
