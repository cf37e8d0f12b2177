package pdf

// grammar is the white list of the Copier, and all of it: the objects that a
// page is drawn with, their entries, and what the value of each may be. What
// is not here is not copied: actions, scripts, files, references to other
// files, metadata, structure.
//
// A paragraph is one kind of object:
//
//	kind dict      a dictionary with these entries
//	kind stream    a stream with these, and those of the kind data
//	kind either    a dictionary or a stream
//	kind tuple     an array that begins with one of these names, and has
//	               values as given behind it
//	kind by Key    the kind that the name under Key stands for; * is any other
//	kind is …      another word for a value
//
// A value is bool, int, number, name or string; /A/B for one of these names;
// [x] for an array of x, {x} for a dictionary from any name to x; a kind; or
// x|y for whichever fits first. What ends in ! is written even where the file
// doesn't say it.
const grammar = `
resources dict
	Font={font} XObject={xobject} ExtGState={state} ColorSpace={colour} Pattern={pattern} Shading={shading}
	Properties={property} ProcSet=[name]

xobject by Subtype
	Form=form Image=image

form stream
	Type=/XObject Subtype=/Form! FormType=int BBox=[number] Matrix=[number] Resources=resources Group=group OC=optional

image stream
	Type=/XObject Subtype=/Image! Width=int Height=int BitsPerComponent=int ColorSpace=colour Decode=[number]
	ImageMask=bool Mask=image|[int] SMask=image SMaskInData=int Matte=[number] Interpolate=bool Intent=name OC=optional
	W=int H=int BPC=int CS=colour D=[number] IM=bool I=bool

data dict
	Filter=name|[name] DecodeParms=parameters|[parameters]

parameters dict
	Predictor=int Colors=int BitsPerComponent=int Columns=int EarlyChange=int
	K=int EndOfLine=bool EncodedByteAlign=bool Rows=int EndOfBlock=bool BlackIs1=bool DamagedRowsBeforeError=int
	ColorTransform=int JBIG2Globals=plain

plain stream

group dict
	Type=/Group S=/Transparency! CS=colour I=bool K=bool

state dict
	Type=/ExtGState LW=number LC=int LJ=int ML=number D=[dashes] RI=name Font=[size] FL=number SM=number SA=bool
	OP=bool op=bool OPM=int BG=function BG2=transfer UCR=function UCR2=transfer TR=transfer TR2=transfer HT=halftone
	BM=name|[name] SMask=name|softmask CA=number ca=number AIS=bool TK=bool UseBlackPtComp=name HTO=[number]

dashes is number|[number]

size is font|number

transfer is function|name|[channel]

channel is function|name

softmask dict
	Type=/Mask S=/Alpha/Luminosity G=form BC=[number] TR=function|name

colour is name|space

space tuple
	DeviceGray= DeviceRGB= DeviceCMYK= G= RGB= CMYK= Pattern=colour CalGray=calibrated CalRGB=calibrated
	CalCMYK=calibrated Lab=calibrated ICCBased=profile Indexed=colour,int,string|plain I=colour,int,string|plain
	Separation=name,colour,function DeviceN=[name],colour,function,colorants

calibrated dict
	WhitePoint=[number] BlackPoint=[number] Gamma=number|[number] Matrix=[number] Range=[number]

profile stream
	N=int Alternate=colour Range=[number]

colorants dict
	Subtype=/DeviceN/NChannel Colorants={colour} Process=process

process dict
	ColorSpace=colour Components=[name]

function either
	FunctionType=int Domain=[number] Range=[number] Size=[int] BitsPerSample=int Order=int Encode=[number]
	Decode=[number] C0=[number] C1=[number] N=number Functions=[function] Bounds=[number]

pattern either
	Type=/Pattern PatternType=int PaintType=int TilingType=int BBox=[number] XStep=number YStep=number
	Resources=resources Matrix=[number] Shading=shading ExtGState=state

shading either
	ShadingType=int ColorSpace=colour Background=[number] BBox=[number] AntiAlias=bool Domain=[number]
	Matrix=[number] Function=function|[function] Coords=[number] Extend=[bool]
	BitsPerCoordinate=int BitsPerComponent=int BitsPerFlag=int Decode=[number] VerticesPerRow=int

halftone is name|screen

screen either
	Type=/Halftone HalftoneType=int Frequency=number Angle=number SpotFunction=transfer AccurateScreens=bool
	TransferFunction=function|name Width=int Height=int Width2=int Height2=int Xsquare=int Ysquare=int
	Default=screen Cyan=screen Magenta=screen Yellow=screen Black=screen Red=screen Green=screen Blue=screen Gray=screen

font dict
	Type=/Font Subtype=/Type0/Type1/MMType1/Type3/TrueType/CIDFontType0/CIDFontType2 BaseFont=name
	FirstChar=int LastChar=int Widths=[number] FontDescriptor=descriptor Encoding=name|encoding ToUnicode=name|cmap
	DescendantFonts=[font] CIDSystemInfo=collection DW=number W=[widths] DW2=[number] W2=[widths] CIDToGIDMap=name|plain
	FontBBox=[number] FontMatrix=[number] CharProcs={plain} Resources=resources

widths is number|[number]

encoding either
	Type=/Encoding/CMap BaseEncoding=name Differences=[difference]
	CMapName=name CIDSystemInfo=collection WMode=int UseCMap=name|cmap

difference is int|name

cmap stream
	Type=/CMap CMapName=name CIDSystemInfo=collection WMode=int UseCMap=name|cmap

collection dict
	Registry=string Ordering=string Supplement=int

descriptor dict
	Type=/FontDescriptor FontName=name FontFamily=string FontStretch=name FontWeight=number Flags=int FontBBox=[number]
	ItalicAngle=number Ascent=number Descent=number Leading=number CapHeight=number XHeight=number StemV=number
	StemH=number AvgWidth=number MaxWidth=number MissingWidth=number CharSet=string
	FontFile=program FontFile2=program FontFile3=program Style=style Lang=name FD={descriptor} CIDSet=plain

program stream
	Subtype=/Type1C/CIDFontType0C/OpenType Length1=int Length2=int Length3=int

style dict
	Panose=string

property by Type
	OCG=layer OCMD=membership *=marked

marked dict
	Type=/Pagination/Layout/Page/Background BBox=[number] ActualText=string Alt=string E=string Lang=string

optional by Type
	OCG=layer OCMD=membership

layer dict
	Type=/OCG!

membership dict
	Type=/OCMD OCGs=optional|[optional] P=/AllOn/AnyOn/AnyOff/AllOff VE=[expression]

expression is /And/Or/Not|optional|[expression]
`
