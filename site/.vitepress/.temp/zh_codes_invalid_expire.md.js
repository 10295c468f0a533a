import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"invalid_expire","description":"expire 不是 1 至 1576800000 秒的整数；误传毫秒或时间点会被识别出来. 传入以整秒为单位的时长，例如 86400 表示一天。","frontmatter":{"title":"invalid_expire","description":"expire 不是 1 至 1576800000 秒的整数；误传毫秒或时间点会被识别出来. 传入以整秒为单位的时长，例如 86400 表示一天。","code":"invalid_expire","prev":false,"next":false},"headers":[],"relativePath":"zh/codes/invalid_expire.md","filePath":"zh/codes/invalid_expire.md"}');
const _sfc_main = { name: "zh/codes/invalid_expire.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="invalid_expire" tabindex="-1">invalid_expire <a class="header-anchor" href="#invalid_expire" aria-label="Permalink to &quot;invalid\\_expire&quot;">​</a></h1><p><a href="/usersig/codes/invalid_expire.html">English</a> · <strong>中文</strong></p><h2 id="签发时拒绝参数或校验时拒绝票据" tabindex="-1">签发时拒绝参数，或校验时拒绝票据 <a class="header-anchor" href="#签发时拒绝参数或校验时拒绝票据" aria-label="Permalink to &quot;签发时拒绝参数，或校验时拒绝票据&quot;">​</a></h2><p>expire 不是 1 至 1576800000 秒的整数；误传毫秒或时间点会被识别出来</p><p><strong>处理办法:</strong> 传入以整秒为单位的时长，例如 86400 表示一天。</p><p><a href="/usersig/zh/codes/">全部错误码</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("zh/codes/invalid_expire.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const invalid_expire = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  invalid_expire as default
};
