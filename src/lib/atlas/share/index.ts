/** The view as something to take away: a picture with its words, a table, shapes, a frame for other pages. */
export { heading, type Heading } from './heading';
export { pictureLegend, type LegendEntry, type PictureLegend } from './legend';
export { matrixPoints, type MatrixPoint } from './points';
export { shareDrawing, type DrawingWords, type ShareDrawing } from './drawing';
export { frameCode, FRAME_HEIGHT, shareName } from './names';
export { mapDrawing } from './mapDrawing';
export { paragraphAt, type Paint } from './pen';
export { shownGeoJson } from './shapes';
export { shownTable } from './table';
