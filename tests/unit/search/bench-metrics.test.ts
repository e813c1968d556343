import { expect, test } from 'vitest';
import { mean, ndcg, recall } from '../../bench/search/metrics';
import { quantile } from '../../bench/served';

const relevant = new Map([
  ['best', 2],
  ['good', 1],
]);

test('nDCG is 1 for the ideal order, less for another, 0 for nothing right', () => {
  expect(ndcg(['best', 'good', 'x'], relevant, 10)).toBe(1);
  const swapped = (1 + 2 / Math.log2(3)) / (2 + 1 / Math.log2(3));
  expect(ndcg(['good', 'best'], relevant, 10)).toBeCloseTo(swapped, 12);
  expect(ndcg(['x', 'y'], relevant, 10)).toBe(0);
  expect(ndcg([], relevant, 10)).toBe(0);
  expect(ndcg(['best'], new Map(), 10)).toBe(0);
});

test('nDCG discounts by the place: a single right answer on place three is worth half', () => {
  expect(ndcg(['x', 'y', 'a'], new Map([['a', 1]]), 10)).toBeCloseTo(0.5, 12);
});

test('nDCG looks no deeper than it is told, and its ideal neither', () => {
  const eleven = Array.from({ length: 11 }, (_, n) => `d${n}`);
  expect(ndcg(eleven, new Map([['d10', 1]]), 10)).toBe(0);
  expect(ndcg(eleven, new Map(eleven.map((id) => [id, 1])), 10)).toBeCloseTo(1, 12);
});

test('an engine gains nothing by naming a document twice', () => {
  const single = new Map([['a', 1]]);
  expect(ndcg(['a', 'a', 'a'], single, 10)).toBe(1);
  expect(recall(['best', 'best'], relevant, 10)).toBe(0.5);
});

test('recall is the share of the right documents among the first', () => {
  expect(recall(['x', 'good', 'best'], relevant, 10)).toBe(1);
  expect(recall(['x', 'good', 'best'], relevant, 2)).toBe(0.5);
  expect(recall([], relevant, 10)).toBe(0);
  expect(recall(['x'], new Map(), 10)).toBe(0);
});

test('quantiles and means', () => {
  const hundred = Array.from({ length: 100 }, (_, n) => 100 - n);
  expect(quantile(hundred, 0.5)).toBe(51);
  expect(quantile(hundred, 0.95)).toBe(96);
  expect(quantile(hundred, 1)).toBe(100);
  expect(quantile([7], 0.95)).toBe(7);
  expect(quantile([], 0.5)).toBeNaN();
  expect(mean([1, 2, 6])).toBe(3);
  expect(mean([])).toBeNaN();
});
