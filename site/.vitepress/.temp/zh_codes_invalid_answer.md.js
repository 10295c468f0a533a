import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"invalid_answer","description":"回答是登录页、认证门户，或者错误信息中指明的字段有误.","frontmatter":{"title":"invalid_answer","description":"回答是登录页、认证门户，或者错误信息中指明的字段有误.","code":"invalid_answer","prev":false,"next":false},"headers":[],"relativePath":"zh/codes/invalid_answer.md","filePath":"zh/codes/invalid_answer.md"}');
const _sfc_main = { name: "zh/codes/invalid_answer.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="invalid_answer" tabindex="-1">invalid_answer <a class="header-anchor" href="#invalid_answer" aria-label="Permalink to &quot;invalid\\_answer&quot;">​</a></h1><p><a href="/usersig/codes/invalid_answer.html">English</a> · <strong>中文</strong></p><h2 id="客户端没有得到票据" tabindex="-1">客户端没有得到票据 <a class="header-anchor" href="#客户端没有得到票据" aria-label="Permalink to &quot;客户端没有得到票据&quot;">​</a></h2><p>回答是登录页、认证门户，或者错误信息中指明的字段有误</p><p><a href="/usersig/zh/codes/">全部错误码</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("zh/codes/invalid_answer.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const invalid_answer = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  invalid_answer as default
};
