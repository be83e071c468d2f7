/** The one source of the terms of the atlas: what each means here. The page /glossary shows them in this order. */
import type { Language } from '../../pack';

const en = {
  title: 'Glossary',
  lead: 'The words of the atlas, and what each means here.',
  terms: {
    index: { name: 'Integral index', text: 'One number from 0 to 1 for a region’s potential: the mean of its blocks. 1 would be a region that is best in every indicator.' },
    block: { name: 'Block', text: 'A group of indicators about one side of potential. The score of a block is the weighted mean of its indicators, each brought to 0–1.' },
    indicator: { name: 'Indicator', text: 'A published figure, or one computed from published figures by a formula that stands beside it.' },
    minMax: { name: 'Min–max normalisation', text: 'The least value becomes 0, the greatest 1, and the others lie between in proportion. Where less is better, the scale is turned round.' },
    goalposts: { name: 'Goalposts', text: 'The two values that become 0 and 1. Taken from one year, they suit that year only; pooled over all years, they make years comparable.' },
    tier: { name: 'Tier', text: 'Class of the index: leading, average or low, by its distance from the mean of the regions in standard deviations.' },
    potential: { name: 'Potential', text: 'What a region has to build new manufacturing on, as the integral index measures it in one year.' },
    dynamics: { name: 'Dynamics', text: 'How fast a region grows: the same kind of index, computed on average yearly growth since the base year.' },
    group: { name: 'Group of the matrix', text: 'One of four classes by potential and dynamics, each above or below its cut: leaders, stable, catch-up development, problem.' },
    confidence: { name: 'Confidence', text: 'Share of the varied computations (other weights, scales, means, limits, one indicator less) in which a region keeps its class. It says how firm the class is, not how right the data are.' },
    missing: { name: 'Missing', text: 'Not published, or not computable from what is. It is hatched on the map and never counted as nought.' },
    cluster: { name: 'Cluster', text: 'A value chain of one industry over several regions: enterprises, the stages they work at, and the links between them.' },
    stage: { name: 'Stage', text: 'Step of a value chain, from research and raw materials to assembly, the market and service.' },
    documented: { name: 'Documented link', text: 'A supply relation that a named public source states.' },
    plausible: { name: 'Plausible link', text: 'A link that follows from what two enterprises make and need. No source states it.' },
    proposed: { name: 'Proposed link', text: 'A recommendation, not a fact: a link that could be built.' },
    gravity: { name: 'Gravity model', text: 'An estimate of how intense a link is: it grows with the size of both ends and falls with the distance between them. Modelled, never a measured quantity.' },
    okved: { name: 'OKVED 2', text: 'Russian classification of economic activities, built on NACE Rev. 2. Two digits name a class of manufacturing, such as 29, motor vehicles.' },
    grp: { name: 'Gross regional product (GRP)', text: 'Value added in all activities of a region in a year; the regional counterpart of GDP.' },
    gini: { name: 'Gini coefficient', text: 'Measure of unevenness: 0 where all regions have the same, near 1 where one has all.' },
    proxy: { name: 'Proxy', text: 'A figure that stands for another that is not published. It is named as such where it is shown.' }
  }
};

type Words = typeof en;
export type TermId = keyof Words['terms'];

const ru: Words = {
  title: 'Словарь',
  lead: 'Слова атласа и что каждое из них здесь означает.',
  terms: {
    index: { name: 'Интегральный индекс', text: 'Одно число от 0 до 1 — потенциал региона: среднее его блоков. Единицу получил бы регион, лучший по каждому показателю.' },
    block: { name: 'Блок', text: 'Группа показателей об одной стороне потенциала. Оценка блока — взвешенное среднее его показателей, приведённых к шкале 0–1.' },
    indicator: { name: 'Показатель', text: 'Опубликованное число или число, вычисленное из опубликованных по формуле, которая приведена рядом.' },
    minMax: { name: 'Нормирование «минимум — максимум»', text: 'Наименьшее значение становится нулём, наибольшее единицей, остальные лежат между ними пропорционально. Где лучше меньшее, шкала переворачивается.' },
    goalposts: { name: 'Границы шкалы', text: 'Два значения, которые становятся нулём и единицей. Взятые за один год, они годятся только для него; общие для всех лет делают годы сравнимыми.' },
    tier: { name: 'Уровень', text: 'Класс индекса: ведущий, средний или низкий — по расстоянию от среднего по регионам в стандартных отклонениях.' },
    potential: { name: 'Потенциал', text: 'То, на чём регион может строить новую промышленность: интегральный индекс за один год.' },
    dynamics: { name: 'Динамика', text: 'Насколько быстро растёт регион: такой же индекс, вычисленный по среднегодовым темпам роста с базового года.' },
    group: { name: 'Группа матрицы', text: 'Один из четырёх классов по потенциалу и динамике, каждый выше или ниже своей границы: лидеры, стабильные, догоняющее развитие, проблемные.' },
    confidence: { name: 'Надёжность', text: 'Доля изменённых расчётов (другие веса, шкалы, средние, границы, без одного показателя), в которых регион сохраняет свой класс. Она говорит о том, насколько твёрд класс, а не о верности данных.' },
    missing: { name: 'Нет данных', text: 'Не опубликовано или не вычисляется из опубликованного. На карте заштриховано и никогда не считается нулём.' },
    cluster: { name: 'Кластер', text: 'Цепочка создания стоимости одной отрасли, охватывающая несколько регионов: предприятия, их стадии и связи между ними.' },
    stage: { name: 'Стадия', text: 'Шаг цепочки: от исследований и сырья до сборки, рынка и сервиса.' },
    documented: { name: 'Подтверждённая связь', text: 'Поставка, о которой говорит названный открытый источник.' },
    plausible: { name: 'Вероятная связь', text: 'Следует из того, что два предприятия производят и потребляют. Источника, который о ней говорит, нет.' },
    proposed: { name: 'Предлагаемая связь', text: 'Рекомендация, а не факт: связь, которую можно создать.' },
    gravity: { name: 'Гравитационная модель', text: 'Оценка интенсивности связи: она растёт с размером обоих концов и падает с расстоянием между ними. Это модель, а не измеренная величина.' },
    okved: { name: 'ОКВЭД 2', text: 'Общероссийский классификатор видов экономической деятельности, построенный на NACE Rev. 2. Две цифры — класс производства, например 29, автотранспортные средства.' },
    grp: { name: 'Валовой региональный продукт (ВРП)', text: 'Добавленная стоимость всех видов деятельности региона за год; региональное соответствие ВВП.' },
    gini: { name: 'Коэффициент Джини', text: 'Мера неравномерности: 0, если у всех регионов поровну, почти 1, если всё у одного.' },
    proxy: { name: 'Замещающий показатель', text: 'Число, которое стоит вместо другого, не публикуемого. Там, где оно показано, оно так и названо.' }
  }
};

export const glossaryWords: Record<Language, Words> = { en, ru };
