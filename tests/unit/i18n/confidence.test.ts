import { describe, expect, it } from 'vitest';
import { confidenceWords } from '../../../src/lib/i18n/pages/confidence';

const { en, ru } = confidenceWords;
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('shares in words', () => {
  it('nearly all is not all, nearly none is not none', () => {
    expect([1, 0.9999, 0.995, 0.83, 0.006, 0.004, 0].map(en.inVariations)).toEqual([
      'In all variations of the method',
      'In more than 99 of 100 variations of the method',
      'In 99 of 100 variations of the method',
      'In 83 of 100 variations of the method',
      'In 1 of 100 variations of the method',
      'In fewer than 1 of 100 variations of the method',
      'In none of the variations of the method'
    ]);
    expect([1, 0.9999, 0.83, 0.004, 0].map(ru.inVariations)).toEqual([
      'Во всех вариантах метода',
      'Более чем в 99 из 100 вариантов метода',
      'В 83 из 100 вариантов метода',
      'Менее чем в 1 из 100 вариантов метода',
      'Ни в одном из вариантов метода'
    ]);
    expect([1, 0.997, 0.5, 0.001, 0].map(en.outOf100)).toEqual(['100 of 100', '>99 of 100', '50 of 100', '<1 of 100', '0 of 100']);
  });
  it('inside a sentence begin small', () => {
    expect(en.holds(en.inVariations(0.5))).toBe('class holds in 50 of 100 variations of the method');
    expect(ru.holds(ru.inVariations(1))).toBe('класс сохраняется во всех вариантах метода');
  });
  it('an abbreviation at the end brings its own full stop', () => {
    expect([ru.close('Пензенская обл.'), ru.close('Пенза')]).toEqual(['Рядом по местам: Пензенская обл. Порядок здесь зависит от выбора метода.', 'Рядом по местам: Пенза. Порядок здесь зависит от выбора метода.']);
  });
  it('places and counts agree', () => {
    expect([en.places(3, 6), en.places(1, 1), ru.places(3, 6), ru.places(1, 1)]).toEqual(['places 3 to 6', '1st place', 'места с 3-го по 6-е', '1-е место']);
    expect([1, 2000].map((n) => plain(en.what(n)).split(' computed')[0])).toEqual(['1 variation was', '2,000 variations were']);
    expect([1, 2, 5, 2000].map((n) => plain(ru.what(n)).split('.')[0])).toEqual(['Рассчитан 1 вариант', 'Рассчитаны 2 варианта', 'Рассчитано 5 вариантов', 'Рассчитано 2 000 вариантов']);
  });
});
