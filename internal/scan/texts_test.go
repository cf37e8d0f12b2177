//go:build !race

package scan

import (
	"encoding/json"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
)

// prose is text of our own, by language. Danish and English come from the
// messages.
var prose = map[string]string{
	"de": "Hiermit bestätigen wir, dass Frau Weber seit dem ersten März in unserem Hause als Ingenieurin beschäftigt ist. Ihre wöchentliche Arbeitszeit beträgt siebenunddreißig Stunden, und das Arbeitsverhältnis ist unbefristet. Für Rückfragen stehen wir jederzeit gern zur Verfügung.",
	"fr": "Nous soussignés certifions que Monsieur Lefèvre habite à cette adresse depuis le mois de septembre avec son épouse et leurs deux enfants. Le loyer est payé chaque mois par virement, et les quittances sont jointes au présent document à toutes fins utiles.",
	"es": "Por la presente se hace constar que la señora Ibáñez ha trabajado en nuestra empresa durante cuatro años y que su contrato sigue vigente. El presente certificado se expide a petición de la interesada para que lo presente donde convenga.",
	"pl": "Niniejszym zaświadczamy, że pani Wiśniewska jest zatrudniona w naszej spółce od początku roku na czas nieokreślony. Wynagrodzenie wypłacane jest co miesiąc przelewem na wskazany rachunek. Zaświadczenie wydaje się na prośbę zainteresowanej.",
	"tr": "Yukarıda adı geçen kişinin şirketimizde üç yıldan beri çalıştığını ve sözleşmesinin sürdüğünü bildiririz. Aylık ücreti her ayın sonunda banka hesabına yatırılmaktadır. Bu belge ilgilinin isteği üzerine düzenlenmiştir.",
	"vi": "Chúng tôi xác nhận rằng bà Nguyễn đã làm việc tại công ty của chúng tôi từ đầu năm và hợp đồng lao động không có thời hạn. Tiền lương được trả vào cuối mỗi tháng. Giấy xác nhận này được cấp theo yêu cầu của người lao động.",
	"so": "Waxaan halkan ku caddaynaynaa in marwada magaceedu kor ku xusan yahay ay shirkaddayada ka shaqaynaysay saddex sano, heshiiskeeduna uu weli socdo. Mushaharka waxaa la bixiyaa dhammaadka bil kasta.",
	"uk": "Цим підтверджуємо, що пані Коваленко працює в нашій компанії з першого березня на посаді інженера, і що її трудовий договір укладено на невизначений строк. Заробітна плата виплачується щомісяця на рахунок у банку. Довідку видано на прохання працівниці для подання за місцем вимоги.",
	"ru": "Настоящим подтверждаем, что госпожа Соколова работает в нашей организации с первого марта в должности инженера и что её трудовой договор заключён на неопределённый срок. Заработная плата выплачивается ежемесячно на счёт в банке. Справка выдана по просьбе сотрудницы.",
	"bg": "С настоящото потвърждаваме, че госпожа Петрова работи в нашето дружество от началото на годината и че договорът й е безсрочен. Заплатата се изплаща всеки месец по банкова сметка. Удостоверението се издава по молба на служителката.",
	"sr": "Овим потврђујемо да је госпођа Јовановић запослена у нашем предузећу од почетка године и да је њен уговор закључен на неодређено време. Зарада се исплаћује сваког месеца на рачун у банци. Потврда се издаје на лични захтев.",
	"el": "Με την παρούσα βεβαιώνουμε ότι η κυρία Παπαδοπούλου εργάζεται στην εταιρεία μας από την αρχή του έτους και ότι η σύμβασή της είναι αορίστου χρόνου. Ο μισθός καταβάλλεται κάθε μήνα στον τραπεζικό της λογαριασμό.",
}

// others are texts in scripts of which nothing is said, by language.
func others(t testing.TB) map[string]string {
	t.Helper()
	data, err := os.ReadFile("../typeset/testdata/samples.txt")
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for line := range strings.Lines(string(data)) {
		lang, rest, ok := strings.Cut(strings.TrimSpace(line), " ")
		if _, known := prose[lang]; !ok || known || strings.HasPrefix(line, "#") || slices.Contains([]string{"da", "en", "is", "lt"}, lang) {
			continue
		}
		all[lang] += " " + rest[4:]
	}
	return all
}

// words are those of a language.
func words(t testing.TB, lang string) []string {
	t.Helper()
	if lang == "da" || lang == "en" {
		data, err := os.ReadFile("../../locales/active." + lang + ".json")
		if err != nil {
			t.Fatal(err)
		}
		var messages map[string]any
		if err := json.Unmarshal(data, &messages); err != nil {
			t.Fatal(err)
		}
		var all []string
		ids := make([]string, 0, len(messages))
		for id := range messages {
			ids = append(ids, id)
		}
		slices.Sort(ids)
		for _, id := range ids {
			if s, ok := messages[id].(string); ok && len(s) > 90 && !strings.Contains(s, "{") {
				all = append(all, strings.Fields(s)...)
			}
		}
		return all
	}
	if text, ok := prose[lang]; ok {
		return strings.Fields(text)
	}
	return strings.Fields(others(t)[lang])
}

// spoken is about so many words of a language, begun somewhere.
func spoken(t testing.TB, lang string, n int, random *rand.Rand) []string {
	all := words(t, lang)
	var out []string
	for len(out) < n {
		from := random.IntN(len(all))
		out = append(out, all[from:min(len(all), from+40)]...)
	}
	return out
}
