/* Playing through the years and the keys of the time bar, on years with a gap. */
import { describe, expect, it } from 'vitest';
import { firstStep, nextYear, stepDelay, yearByKey } from '../../../src/lib/atlas';

const years = [2014, 2015, 2018, 2019, 2020, 2023];

describe('playing', () => {
  it('takes about four seconds for a full run, but never less than 150 ms a step', () => {
    expect(stepDelay(11, false)).toBe(400);
    expect(stepDelay(7, false) * 6).toBeCloseTo(4000, -1);
    expect(stepDelay(200, false)).toBe(150);
    expect(stepDelay(1, false)).toBe(4000);
  });

  it('is slower, whatever the count of years, where little motion is asked for', () => {
    expect(stepDelay(11, true)).toBe(1500);
    expect(stepDelay(200, true)).toBe(1500);
  });

  it('leaps over gaps, ends at the last year and rewinds from there', () => {
    expect(nextYear(years, 2015)).toBe(2018);
    expect(nextYear(years, 2023)).toBeNull();
    expect(firstStep(years, 2023)).toBe(2014);
    expect(firstStep(years, 2020)).toBe(2023);
    expect(firstStep([2020], 2020)).toBeNull();
    expect(firstStep([], 2020)).toBeNull();
  });
});

describe('keys', () => {
  it('go to either end and over three years with data, no further than the ends', () => {
    expect(yearByKey(years, 2018, 'Home')).toBe(2014);
    expect(yearByKey(years, 2018, 'End')).toBe(2023);
    expect(yearByKey(years, 2014, 'PageUp')).toBe(2019);
    expect(yearByKey(years, 2020, 'PageUp')).toBe(2023);
    expect(yearByKey(years, 2015, 'PageDown')).toBe(2014);
    expect(yearByKey(years, 2018, 'x')).toBeNull();
  });
});
