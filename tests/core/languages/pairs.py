"""Articles in other languages, written for these tests: a source, and a text of which part was taken from it.

Of each sentence of the second it is said which sentence of the first it was taken from, None where it is its own.
"""

# ruff: noqa: E501 - a text of another language a line

GERMAN = (
    [
        "Die Stadtwerke von Lindenau wollen das alte Hallenbad am Fluss bis zum Herbst 2027 vollständig sanieren.",
        "Der Aufsichtsrat stimmte am Montagabend nach vier Stunden Beratung mit neun zu zwei Stimmen für den Plan.",
        "Insgesamt sollen 8,4 Millionen Euro in neue Becken, eine bessere Dämmung und eine sparsame Heizung fließen.",
        "„Wir retten damit das einzige Bad, in dem Kinder im Winter schwimmen lernen können“, sagte Geschäftsführerin Petra Kolb.",
        "Während der Bauzeit bleibt das Gebäude 14 Monate geschlossen, die Vereine müssen ins Nachbarstädtchen ausweichen.",
        "Kritiker im Rat hatten vergeblich einen Neubau auf dem Gelände der früheren Ziegelei verlangt.",
        "Nach Angaben der Stadtwerke verliert das undichte Dach derzeit jede Nacht fast ein Drittel der Wärme.",
        "Die Eintrittspreise sollen nach der Wiedereröffnung um höchstens 50 Cent steigen.",
    ],
    [
        ("In Lindenau wird seit Jahren darüber gestritten, was aus dem Bad am Fluss werden soll.", None),
        ("Der Aufsichtsrat stimmte am Montagabend nach vier Stunden Beratung mit neun zu zwei Stimmen für den Plan.", 1),
        ("Insgesamt sollen 9,4 Millionen Euro in neue Becken, eine bessere Dämmung und sparsame Heizungen fließen.", 2),
        ("Viele Familien hatten Unterschriften gesammelt und vor dem Rathaus gesungen.", None),
        ("Während der Bauzeit bleibt das Haus 14 Monate geschlossen, und die Vereine müssen in das Nachbarstädtchen ausweichen.", 4),
        ("Ein Rentner erzählte unserer Zeitung, er habe dort 1961 das Tauchen gelernt.", None),
        ("Nach Angaben der Stadtwerke verliert das undichte Dach jede Nacht fast ein Drittel der Wärme.", 6),
        ("Am Samstag lädt der Förderverein zu Kaffee und Kuchen ein.", None),
    ],
)  # fmt: skip

FRENCH = (
    [
        "La municipalité de Valmont a décidé de fermer le pont de pierre aux voitures à partir du mois de septembre.",
        "Selon l'étude remise aux élus, près de 3 200 véhicules l'empruntent chaque jour, soit 12 % de plus qu'en 2019.",
        "« Nous ne pouvons plus attendre qu'une arche s'effondre sous un camion », a déclaré l'adjointe aux travaux.",
        "Les piétons et les cyclistes pourront continuer à traverser la rivière pendant toute la durée du chantier.",
        "Une déviation de six kilomètres sera mise en place par la route des moulins et le hameau des Granges.",
        "Les commerçants de la rive gauche craignent de perdre une grande partie de leur clientèle cet hiver.",
        "Le préfet doit encore donner son accord avant que les barrières soient installées.",
        "Le coût des réparations est estimé à 2,7 millions d'euros, payés pour moitié par la région.",
    ],
    [
        ("À Valmont, on parle surtout du pont depuis que les premières fissures sont apparues au printemps.", None),
        ("Selon l'étude remise aux élus, près de 3 200 véhicules l'empruntent chaque jour, soit 15 % de plus qu'en 2019.", 1),
        ("Les piétons et les cyclistes pourront continuer de traverser la rivière pendant toute la durée des travaux.", 3),
        ("Devant sa boulangerie, Madame Roussel hausse les épaules et compte ses clients.", None),
        ("Une déviation de six kilomètres sera mise en place par la route des moulins et le hameau des Granges.", 4),
        ("Le facteur, lui, a déjà acheté un vélo électrique.", None),
        ("Les commerçants de la rive gauche craignent de perdre une partie importante de leur clientèle cet hiver.", 5),
        ("Une réunion publique se tiendra jeudi soir dans la salle des fêtes.", None),
    ],
)  # fmt: skip

SPANISH = (
    [
        "El puerto de Santa Lucía recibirá el próximo año los primeros barcos eléctricos de pasajeros de la comarca.",
        "La autoridad portuaria firmó el jueves un contrato de 18,5 millones de euros con un astillero del norte.",
        "Cada nave podrá llevar a 240 personas y cruzará la bahía en menos de veinte minutos.",
        "«Dejaremos de quemar casi dos mil toneladas de gasóleo al año», aseguró la directora del puerto.",
        "Los pescadores temen que los nuevos muelles ocupen el lugar donde hoy reparan sus redes.",
        "El consistorio ha prometido construir para ellos una nave cubierta junto al viejo faro.",
        "Los billetes costarán lo mismo que ahora durante los tres primeros años de servicio.",
        "Las obras en los pantalanes comenzarán en marzo y durarán alrededor de siete meses.",
    ],
    [
        ("Los vecinos de Santa Lucía llevan décadas quejándose del humo que sale de los transbordadores.", None),
        ("La autoridad portuaria firmó el jueves un contrato de 18,5 millones de euros con un astillero del norte.", 1),
        ("Cada nave podrá llevar a 260 personas y cruzará la bahía en menos de veinte minutos.", 2),
        ("En la taberna del muelle nadie hablaba de otra cosa esta mañana.", None),
        ("Los pescadores temen que los muelles nuevos ocupen el sitio donde hoy reparan sus redes.", 4),
        ("Un turista preguntó si también habría café a bordo.", None),
        ("Las obras en los pantalanes empezarán en marzo y durarán cerca de siete meses.", 7),
        ("El último transbordador de vapor se hundió en un temporal hace medio siglo.", None),
    ],
)  # fmt: skip

RUSSIAN = (
    [
        "Власти города Озёрска решили восстановить деревянный театр, закрытый после пожара в 2016 году.",
        "Депутаты городского совета выделили на работы 120 миллионов рублей и назначили нового подрядчика.",
        "По словам главного архитектора, от старого здания сохранились только фундамент и две резные колонны.",
        "«Мы соберём сцену заново по чертежам, которые нашли в областном архиве», — сообщил руководитель мастерской.",
        "Зрительный зал будет рассчитан на 350 человек, а под крышей разместят музей кукол.",
        "Часть жителей считает, что эти деньги следовало потратить на ремонт дорог и школ.",
        "Открытие театра запланировано на весну, когда в городе проходит праздник ремёсел.",
        "До этого времени труппа будет играть спектакли в бывшем кинотеатре на окраине.",
    ],
    [
        ("О судьбе сгоревшего театра в Озёрске спорили почти десять лет.", None),
        ("Депутаты городского совета выделили на работы 120 миллионов рублей и назначили нового подрядчика.", 1),
        ("По словам главного архитектора, от старого здания сохранились лишь фундамент и две резные колонны.", 2),
        ("Бабушка Нина Петровна помнит, как девочкой сидела там в первом ряду.", None),
        ("Зрительный зал рассчитан на 450 человек, а под крышей разместится музей кукол.", 4),
        ("На рынке новость обсуждали громче, чем цены на картошку.", None),
        ("До этого труппа будет играть свои спектакли в бывшем кинотеатре на окраине города.", 7),
        ("В субботу художники приглашают всех желающих раскрасить забор.", None),
    ],
)  # fmt: skip

CHINESE = (
    [
        "青石镇政府星期一决定，明年春天重新修建河边的旧茶馆。",
        "镇长在会上说，这项工程将花费三百二十万元，其中一半由省里承担。",
        "工匠们会保留原来的木梁和石阶，只更换已经腐烂的屋顶。",
        "附近的居民担心，游客太多会让老街变得吵闹。",
        "茶馆建于一九二四年，曾经是说书人每晚表演的地方。",
        "工程完成以后，二楼将成为展示当地瓷器的小型博物馆。",
    ],
    [
        ("很多老人都记得小时候在那里听故事的情景。", None),
        ("镇长在会上说，这项工程将花费三百二十万元，其中一半由省里承担。", 1),
        ("工匠们会保留原来的木梁与石阶，只换掉已经腐烂的屋顶。", 2),
        ("昨天下午下了一场大雨，桥上没有什么行人。", None),
        ("工程完成之后，二楼会成为展示当地瓷器的小型博物馆。", 5),
        ("卖糖葫芦的小贩说他打算把摊位搬过去。", None),
    ],
)  # fmt: skip

PAIRS = {"de": GERMAN, "fr": FRENCH, "es": SPANISH, "ru": RUSSIAN, "zh": CHINESE}
