/** Words of the page on the integration scenario. */
import type { Language } from '../../pack';

/** Where a claim turns when one assumption moves alone. */
type Turn = { readonly name: string; readonly at: string; readonly above: boolean };

const en = {
  title: 'One budget, three policies',
  lead: 'What would the same money do if it went to the leaders, to everyone by head, or to lagging regions as suppliers of the leaders? A model, not a forecast: it compares policies under the assumptions beside it and says nothing of what will happen.',
  none: 'This pack has no parameters or figures for the scenario, so nothing is computed here.',
  policy: { concentrate: 'Concentrate', equalise: 'Equalise', integrate: 'Integrate' },
  policyMeaning: (leaders: string) => ({
    concentrate: `all to the leaders (${leaders}), in proportion to output`,
    equalise: 'to every region, the same for each inhabitant',
    integrate: 'to proposed supplier functions of lagging regions, and a share to the leaders to open their purchasing'
  }),
  measure: {
    growth: ['Output added', 'growth of the district’s manufacturing shipments'],
    theil: ['Polarisation', 'Theil index of output by head; 0 = the same everywhere'],
    topTwo: ['Weight of the two largest', 'their share of the district’s output'],
    gap: ['Productivity gap', 'output by employed person, leaders to the district'],
    weakPoints: ['Weak points left', 'functions of the leaders’ chains with at most one known supplier; that integrating relieves some is an assumption of the model, not a result']
  },
  results: 'Outcomes',
  legend: 'Dot: at the values set. Line: nine runs in ten when all assumptions vary at once.',
  heads: { policy: 'Policy', chart: 'Range', value: 'Here', range: '9 in 10' },
  today: (value: string) => `dashed: today, ${value}`,
  assumptions: 'Assumptions',
  assumed: 'assumption: no source gives the value',
  sourced: 'from the literature',
  budget: 'Budget, share of the district’s investment of a year',
  budgetIs: (money: string) => `${money} in all`,
  bounds: (lo: string, hi: string) => `${lo} to ${hi}`,
  reset: 'Back to the method’s values',
  changed: (n: number) => (n === 1 ? 'One value is changed.' : `${n} values are changed.`),
  from: (year: number, names: string) => `Starts from the figures of ${year}: ${names}. Shares of purchases between regions are modelled (gravity), not observed.`,
  conclusion: 'When does the paper’s conclusion hold here?',
  conclusionText: 'The paper concludes that lagging regions should join the leaders’ clusters as suppliers rather than budgets be equalised. In this model that means two claims at once; a third, stronger one stands beside.',
  claim: {
    'output-of-equalising': 'Integrating adds at least as much output as equalising',
    'less-polarised-than-concentrating': 'Integrating leaves less polarisation than concentrating',
    'output-of-concentrating': 'Integrating adds at least as much output as concentrating'
  },
  both: 'The conclusion (the first two at once)',
  claimHead: { claim: 'Claim', here: 'At the values set', share: 'Of the runs', turns: 'Where it turns' },
  holds: 'holds',
  fails: 'fails',
  turn: ({ name, at, above }: Turn) => `${name}: holds ${above ? 'above' : 'below'} ${at}`,
  never: 'nowhere, when one assumption moves alone between its limits',
  verdict: (share: string, here: boolean) => `With all assumptions varied at once the conclusion holds in ${share} of the runs; at the values set it ${here ? 'holds' : 'fails'}.`,
  decisive: (name: string, low: string, high: string) => `Most turns on “${name}”: with its lowest third of values the conclusion holds in ${low} of the runs, with its highest third in ${high}.`,
  method: 'Formulas and sources'
};

type Words = typeof en;

const ru: Words = {
  title: 'Один бюджет, три политики',
  lead: 'Что дали бы одни и те же деньги, если направить их лидерам, всем поровну на жителя или отстающим регионам как поставщикам лидеров? Это модель, а не прогноз: она сравнивает политики при допущениях, показанных рядом, и не говорит, что произойдёт.',
  none: 'В этом наборе данных нет параметров или показателей для сценария, поэтому здесь ничего не рассчитано.',
  policy: { concentrate: 'Концентрация', equalise: 'Выравнивание', integrate: 'Интеграция' },
  policyMeaning: (leaders) => ({
    concentrate: `всё — лидерам (${leaders}), пропорционально выпуску`,
    equalise: 'всем регионам, поровну на жителя',
    integrate: 'на предложенные функции поставщиков в отстающих регионах и часть лидерам — чтобы открыть закупки'
  }),
  measure: {
    growth: ['Прирост выпуска', 'рост отгрузки обрабатывающих производств округа'],
    theil: ['Поляризация', 'индекс Тейла выпуска на жителя; 0 — везде поровну'],
    topTwo: ['Вес двух крупнейших', 'их доля в выпуске округа'],
    gap: ['Разрыв производительности', 'выпуск на занятого у лидеров к среднему по округу'],
    weakPoints: ['Оставшиеся узкие места', 'функции в цепочках лидеров не более чем с одним известным поставщиком; что интеграция снимает часть из них — допущение модели, а не результат']
  },
  results: 'Результаты',
  legend: 'Точка — при заданных значениях. Линия — девять прогонов из десяти, когда меняются все допущения сразу.',
  heads: { policy: 'Политика', chart: 'Размах', value: 'Здесь', range: '9 из 10' },
  today: (value) => `пунктир — сегодня, ${value}`,
  assumptions: 'Допущения',
  assumed: 'допущение: источника для значения нет',
  sourced: 'из литературы',
  budget: 'Бюджет, доля годовых инвестиций округа',
  budgetIs: (money) => `всего ${money}`,
  bounds: (lo, hi) => `от ${lo} до ${hi}`,
  reset: 'Вернуть значения методики',
  changed: (n) => (n === 1 ? 'Изменено одно значение.' : `Изменено значений: ${n}.`),
  from: (year, names) => `Исходные данные за ${year} год: ${names}. Доли закупок между регионами смоделированы (гравитационная модель), а не наблюдались.`,
  conclusion: 'Когда вывод статьи здесь верен?',
  conclusionText: 'Вывод статьи: включать отстающие регионы в кластеры лидеров как поставщиков, а не выравнивать бюджеты. В этой модели это два утверждения сразу; третье, более сильное, стоит рядом.',
  claim: {
    'output-of-equalising': 'Интеграция даёт не меньший прирост выпуска, чем выравнивание',
    'less-polarised-than-concentrating': 'Интеграция оставляет меньшую поляризацию, чем концентрация',
    'output-of-concentrating': 'Интеграция даёт не меньший прирост выпуска, чем концентрация'
  },
  both: 'Вывод (первые два сразу)',
  claimHead: { claim: 'Утверждение', here: 'При заданных значениях', share: 'Доля прогонов', turns: 'Где меняется' },
  holds: 'верно',
  fails: 'неверно',
  turn: ({ name, at, above }) => `${name}: верно ${above ? 'выше' : 'ниже'} ${at}`,
  never: 'нигде, если менять одно допущение в его пределах',
  verdict: (share, here) => `Когда меняются все допущения сразу, вывод верен в ${share} прогонов; при заданных значениях он ${here ? 'верен' : 'неверен'}.`,
  decisive: (name, low, high) => `Больше всего решает «${name}»: при нижней трети значений вывод верен в ${low} прогонов, при верхней — в ${high}.`,
  method: 'Формулы и источники'
};

export const scenarioWords: Record<Language, Words> = { en, ru };
