import { describe, expect, test } from 'vitest';
import { markedParts, wordsToMark } from '../../../lib/papers/query/marks';
import { matches } from '../../../lib/papers/query/matches';
import { entry, read } from './queries';

/** Ways to write one compound, each of which finds all. */
const SAME = [
  [
    'pre training',
    'pretraining',
    'Pre-training',
    'PRE\u2010TRAINING',
    'pre\u2011training',
    'Pre\u2013Training',
  ],
  ['finetune', 'fine tune', 'fine-tune', 'Fine-Tune'],
  ['gpt4', 'GPT 4', 'GPT-4', 'gpt\u20114'],
  ['fewshot', 'Few Shot', 'few-shot', 'Few-Shot'],
  ['chopins', "Chopin's", 'Chopin\u2019s', 'CHOPIN\u2018S'],
  ['dont', "don't", 'Don\u2019t'],
  ['llama3.1', 'Llama 3.1', 'Llama-3.1', 'llama-3.1'],
  ['visionlanguage-action', 'vision-language-action', 'VisionLanguageAction'],
  ['stateoftheart', 'state-of-the-art', 'State-of-the-Art'],
  ['gpt4-turbo', 'GPT-4-turbo', 'gpt-4turbo'],
  ['navierstokes', 'Navier\u2013Stokes', 'navier-stokes'],
  ['coopération', 'co-opération', 'CO-OPERATION'],
];

describe('a compound is found however it is typed and however it is written', () => {
  test.each(SAME.flatMap((all) => all.flatMap((one) => all.map((other) => [one, other]))))(
    '%s in %s',
    (typed = '', written = '') => {
      const texts = [
        entry({ title: `On ${written}: a study` }),
        entry({ abstract: `A study of ${written}` }),
        entry({}, { note: `${written}?` }),
        entry({}, { tags: [written] }),
      ];
      for (const one of texts) expect(matches(read(typed), one)).toBe(true);
    },
  );
});

describe.each([
  ['pretrain', 'Pre-training', true, 'the beginning of what it is together'],
  ['training', 'Pre-training', true, 'each of its words'],
  ['etraining', 'Pre-training', false, 'not its middle'],
  ['chopin', "Chopin's", true, 'a name with its ending'],
  ["chopin's", 'Chopin', false, 'not without it'],
  ['pre-training', 'Pre Training', true, 'apart'],
  ['llama3 8b', 'Llama-3-8B', true, 'each of its compounds'],
  ['llama-3-8b', 'Llama3 8B', true, 'joined in part'],
  ['model of fine tuning', 'Finetuning of Models', true, 'among other words'],
  ['"few shot learn"', 'Fewshot Learners', true, 'in quotation marks'],
  ['to get', 'Together', false, 'no other words'],
  ['in 2024', 'in2024', false, 'nor with long numbers'],
  ['pre OR training', 'Supertraining', false, 'nor over an OR'],
  ['"gpt4 turbo"', 'The GPT-4 Turbo', true, 'at the beginning of a phrase'],
  ['"the gpt4"', 'The GPT-4 Turbo', true, 'at its end'],
  ['"the gpt-4 turbo"', 'The GPT4 Turbo', true, 'in its middle'],
  ['"pre-training of a mod"', 'Pretraining of a Model', true, 'in a phrase that goes on'],
  ['"of chain"', 'chain-of-thought', false, 'not in another order'],
  ['"gpt gpt4"', 'GPT-4', false, 'nor one word twice'],
  ['"training pre"', 'Pre-training', false, 'not in another order'],
  ['ofthought', 'chain-of-thought', true, 'from any of its words'],
  ['chainofthoughtpromptingx', 'chain-of-thought-prompting-x', false, 'of four words at most'],
  ['20240501', '2024-05-01', false, 'not of numbers alone'],
  ['35', 'pages 3-5', false, 'nor a range'],
  ['ab', 'a - b', false, 'not with spaces'],
  ['ab', 'a--b', false, 'not with two signs'],
  ['ab', 'a/b a.b a_b', false, 'not with other signs'],
  ['-pretraining', 'Pre-training', false, 'and left out in all forms'],
  ['-pre-training', 'Pretraining', false, 'whichever is typed'],
])('%s', (typed, written, expected, what) => {
  test(`${expected ? 'finds' : 'does not find'} ${written}: ${what}`, () => {
    expect(matches(read(typed), entry({ title: written }))).toBe(expected);
  });
});

test.each([
  ['author:jeanbaptiste', 'Jean-Baptiste Alayrac'],
  ['author:jean-baptiste', 'Jeanbaptiste Alayrac'],
  ['author:"alayrac jeanb"', 'Jean-Baptiste Alayrac'],
  ['author:oneill', "Shaun O'Neill"],
  ["author:o'neill", 'Shaun ONeill'],
])('%s finds %s', (typed, name) => {
  expect(matches(read(typed), entry({ authors: ['Somebody Else', name] }))).toBe(true);
});

test.each([
  ['Scaling Pre-training', 'pretraining', 'Scaling [Pre-training]'],
  ['Scaling Pre-training', 'pretrain', 'Scaling [Pre-train]ing'],
  ['Scaling Pre-training', 'pre', 'Scaling [Pre]-training'],
  ['Scaling Pretraining', 'pre training', 'Scaling [Pretraining]'],
  ['Scaling Pre Training', 'pretraining', 'Scaling [Pre Training]'],
  ['Scaling Pretraining', 'pre-training', 'Scaling [Pretraining]'],
  ['Scaling Pretraining', 'pre-train', 'Scaling [Pretrain]ing'],
  ['Sparks in GPT-4 Turbo', 'gpt4', 'Sparks in [GPT-4] Turbo'],
  ['Sparks in GPT-4 Turbo', '"in gpt4"', 'Sparks [in GPT-4] Turbo'],
  ['Sparks in GPT-4 Turbo', '"gpt4 tur"', 'Sparks in [GPT-4 Tur]bo'],
  ['Chopin\u2019s Études', 'chopins', '[Chopin\u2019s] Études'],
  ['A Vision-Language-Action Model', 'languageact', 'A Vision-[Language-Act]ion Model'],
  ['Naïve-Bayes', 'naivebay', '[Naïve-Bay]es'],
])('in %j searched for %j what was found is marked: %j', (text, typed, expected) => {
  const parts = markedParts(text, wordsToMark(read(typed)).text);
  expect(parts.map((part) => (part.marked ? `[${part.text}]` : part.text)).join('')).toBe(expected);
});
